/*
 * One record of journalctl: a time in the form of any of its short outputs, the host (unless
 * --no-hostname), the identifier with its pid, the message.
 */
grammar JournalRecord;

record
    : stamp first=WORD second=WORD? PID? COLON message EOF
    ;

stamp
    : WORD (NUMBER CLOCK | DATE CLOCK WORD)
    | ISO
    | SINCE_BOOT
    | SECONDS
    ;

message
    : ~BLANK*
    ;

ISO
    : D D D D '-' D D '-' D D 'T' D D ':' D D ':' D D ([.,] D+)? ('Z' | [+-] D D ':'? D D)?
    ;

/* short-monotonic and short-delta: [  405.599999 <    0.099999 >] */
SINCE_BOOT
    : '[' ' '* D+ '.' D+ ' '* ('<' [ 0-9.*]* '>')? ' '* ']'
    ;

/* short-unix: 1628082325.123456 */
SECONDS
    : D D D D D D D D D D+ '.' D D D D D D
    ;

DATE
    : D D D D '-' D D '-' D D
    ;

CLOCK
    : D D ':' D D ':' D D ('.' D+)?
    ;

NUMBER
    : D D?
    ;

PID
    : '[' D+ ']'
    ;

COLON
    : ':'
    ;

WORD
    : ~[ \t\r\n:[\]]+
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
