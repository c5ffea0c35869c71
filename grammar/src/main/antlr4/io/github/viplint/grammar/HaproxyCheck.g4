/*
 * One line that `haproxy -c` prints. Until 2.3 the label is "[ALERT] 215/140525 (829) :", from 2.4 on
 * "[ALERT]    (829) :"; a place in the configuration is "[FILE:LINE]".
 */
grammar HaproxyCheck;

line
    : (message | plain)? EOF
    ;

message
    : LEVEL STAMP? PID? COLON word*
    ;

plain
    : (STAMP | PID | COLON | PLACE | WORD | BRACKET) word*
    ;

word
    : LEVEL
    | STAMP
    | PID
    | COLON
    | PLACE
    | WORD
    | BRACKET
    ;

LEVEL
    : '[' [A-Z]+ ']'
    ;

STAMP
    : [0-9]+ '/' [0-9]+
    ;

PID
    : '(' [0-9]+ ')'
    ;

COLON
    : ':'
    ;

PLACE
    : '[' ~[ \]\r\n]+ ':' [0-9]+ ']'
    ;

WORD
    : ~[ \t\r\n[\]:] ~[ \t\r\n[\]]*
    ;

BRACKET
    : [[\]]
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
