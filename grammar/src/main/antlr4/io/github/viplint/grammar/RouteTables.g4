/*
 * One line of /etc/vmware/route-tables.cfg: fields between commas. The service takes a line for a comment
 * when its first character is '#', and trims nothing.
 */
grammar RouteTables;

line
    : comment EOF
    | entry EOF
    ;

comment
    : HASH (HASH | TEXT | COMMA)*
    ;

entry
    : first (COMMA field)*
    ;

first
    : (TEXT (TEXT | HASH)*)?
    ;

field
    : (TEXT | HASH)*
    ;

COMMA
    : ','
    ;

HASH
    : '#'
    ;

TEXT
    : ~[,#]+
    ;
