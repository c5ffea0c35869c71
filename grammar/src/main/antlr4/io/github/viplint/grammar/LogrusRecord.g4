/*
 * One record of Go's logrus, as kubectl vsphere and the Data Plane API print it: on a terminal
 * ERRO[0005] text, else time="…" level=error msg="…".
 */
grammar LogrusRecord;

record
    : (MARK text | field+) EOF
    ;

text
    : ~BLANK*
    ;

field
    : KEY (QUOTED | bare)
    ;

bare
    : (WORD | MARK | OTHER)*
    ;

MARK
    : [A-Z] [A-Z] [A-Z] [A-Z] '[' [0-9]+ ']'
    ;

KEY
    : [A-Za-z_]+ '='
    ;

/* where it was cut, the last quote is missing */
QUOTED
    : '"' (~["\\] | '\\' .)* '"'?
    ;

WORD
    : ~[ \t\r\n"=]+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;

OTHER
    : .
    ;
