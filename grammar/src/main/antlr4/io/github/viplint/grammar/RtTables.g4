/* One line of /etc/iproute2/rt_tables: a table's number and its name. */
grammar RtTables;

line
    : entry? EOF
    ;

/* iproute2 reads two words and looks no further. */
entry
    : id=WORD name=WORD WORD*
    ;

COMMENT
    : '#' ~[\r\n]* -> skip
    ;

WORD
    : ~[ \t\r\n#] ~[ \t\r\n]*
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
