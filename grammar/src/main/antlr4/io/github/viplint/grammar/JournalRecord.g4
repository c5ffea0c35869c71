/*
 * One record of journalctl: a time in the form of short, short-precise, short-full, short-iso or
 * short-iso-precise, the host (unless --no-hostname), the identifier with its pid, the message.
 */
grammar JournalRecord;

record
    : stamp first=WORD second=WORD? PID? COLON message EOF
    ;

stamp
    : WORD (NUMBER CLOCK | DATE CLOCK WORD)
    | ISO
    ;

message
    : .*?
    ;

ISO
    : D D D D '-' D D '-' D D 'T' D D ':' D D ':' D D ([.,] D+)? ('Z' | [+-] D D ':'? D D)?
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
