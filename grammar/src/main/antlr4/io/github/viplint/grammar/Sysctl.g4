/*
 * One line of `sysctl`: a setting's name, an equals sign, and its value, which may be empty or hold
 * blanks. Other lines are what sysctl says of settings that it can't read.
 */
grammar Sysctl;

line
    : setting? EOF
    ;

setting
    : name=WORD EQUALS value
    ;

value
    : ( WORD | EQUALS )*
    ;

EQUALS
    : '='
    ;

WORD
    : ~[ \t\r\n=]+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
