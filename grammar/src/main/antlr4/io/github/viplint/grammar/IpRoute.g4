/*
 * One line of `ip route show`: words. With `-o` the lines of one route stand in one line, with a
 * backslash between them.
 */
grammar IpRoute;

line
    : part ( BREAK part )* EOF
    ;

part
    : WORD*
    ;

BREAK
    : '\\'
    ;

WORD
    : ~[ \t\r\n\\]+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
