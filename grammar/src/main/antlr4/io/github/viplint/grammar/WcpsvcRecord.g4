/*
 * One record of vCenter's wcpsvc.log:
 * 2026-02-19T03:28:05.358Z debug wcp [cleanup/vpc.go:169] [opID=…] text
 * Time, source and operation may be missing; the text may begin with brackets of its own.
 */
grammar WcpsvcRecord;

record
    : TIME? level=WORD service=WORD head? EOF
    ;

head
    : SOURCE afterSource?
    | OPERATION any*
    | plain any*
    ;

afterSource
    : OPERATION any*
    | SOURCE any*
    | plain any*
    ;

plain
    : TIME
    | WORD
    ;

any
    : .
    ;

TIME
    : D D D D '-' D D '-' D D 'T' D D ':' D D ':' D D ('.' D+)? ('Z' | [+-] D D ':'? D D)
    ;

SOURCE
    : '[' ~[ \t\r\n\]]+ ':' D+ ']'
    ;

OPERATION
    : '[opID=' ~[ \t\r\n\]]* ']'
    ;

WORD
    : ~[ \t\r\n]+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;

fragment D
    : [0-9]
    ;
