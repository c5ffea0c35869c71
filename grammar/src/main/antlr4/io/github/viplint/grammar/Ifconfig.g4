/*
 * One line of `ifconfig`, old net-tools or new: words. What belongs to a name follows it in the same
 * word (`addr:10.0.0.1`, `flags=4163<UP>`) or in the next one.
 */
grammar Ifconfig;

line
    : WORD* EOF
    ;

WORD
    : ~[ \t\r\n]+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
