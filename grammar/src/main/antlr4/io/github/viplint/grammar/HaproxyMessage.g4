/*
 * A message as haproxy prints it. Up to 2.3: [ALERT] 215/140525 (829) : text, where 215 is the day
 * of the year counted from zero; from 2.4 on: [ALERT]    (829) : text.
 */
grammar HaproxyMessage;

message
    : LABEL STAMP? PID COLON text EOF
    ;

text
    : ~BLANK*
    ;

LABEL
    : '[' [A-Z]+ ']'
    ;

STAMP
    : D D D '/' D D D D D D
    ;

PID
    : '(' D+ ')'
    ;

COLON
    : ':'
    ;

WORD
    : ~[ \t\r\n:]+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;

OTHER
    : .
    ;

fragment D
    : [0-9]
    ;
