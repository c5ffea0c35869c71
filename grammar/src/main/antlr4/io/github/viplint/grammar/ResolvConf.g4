/* One line of resolv.conf: a keyword and its values. */
grammar ResolvConf;

line
    : setting? EOF
    ;

setting
    : keyword=WORD value*
    ;

value
    : WORD
    ;

COMMENT
    : [#;] ~[\r\n]* -> skip
    ;

WORD
    : ~[ \t\r\n#;] ~[ \t\r\n]*
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
