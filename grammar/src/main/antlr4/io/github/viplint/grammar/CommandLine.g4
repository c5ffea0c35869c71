/*
 * A command as typed, in words; quotes stay in them.
 */
grammar CommandLine;

command
    : (WORD | OTHER)* EOF
    ;

WORD
    : (~[ \t\r\n"'] | '"' ~["\r\n]* '"' | '\'' ~['\r\n]* '\'')+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;

OTHER
    : .
    ;
