/*
 * One line of `ping`: words, and what stands in parentheses or brackets, blanks or none before it
 * (`ns1.example (10.0.0.1):`, `56(84)`).
 */
grammar Ping;

line
    : ( WORD | ASIDE | MARK )* EOF
    ;

ASIDE
    : '(' ~[ \t\r\n()[\]]* ')'
    | '[' ~[ \t\r\n()[\]]* ']'
    ;

WORD
    : ~[ \t\r\n()[\]]+
    ;

MARK
    : [()[\]]
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
