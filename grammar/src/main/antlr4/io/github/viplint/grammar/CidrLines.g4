/*
 * One line of /etc/vmware/anyip-routes.cfg or workload-networks.cfg: a CIDR. The services take a line for a
 * comment when its first character is '#', and trim nothing, so blanks are tokens too.
 */
grammar CidrLines;

line
    : comment EOF
    | entry EOF
    | EOF
    ;

comment
    : HASH (HASH | WORD | BLANK)*
    ;

entry
    : (WORD | BLANK) (HASH | WORD | BLANK)*
    ;

HASH
    : '#'
    ;

BLANK
    : [ \t\r\n]+
    ;

WORD
    : ~[ \t\r\n#]+
    ;
