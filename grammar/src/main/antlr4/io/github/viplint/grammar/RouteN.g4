/*
 * One line of `route -n`: the title of four words, or eight columns, of which the first such line
 * holds the names.
 */
grammar RouteN;

line
    : ( WORD WORD WORD WORD ( WORD WORD WORD WORD )? )? EOF
    ;

WORD
    : ~[ \t\r\n]+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
