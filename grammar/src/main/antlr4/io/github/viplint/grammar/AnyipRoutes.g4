/*
 * One line of /etc/vmware/anyip-routes.cfg: at most one CIDR, then perhaps a comment.
 * More than one word is still recognised, so that a reader can say what is wrong with it.
 */
grammar AnyipRoutes;

line
    : WORD* COMMENT? EOF
    ;

COMMENT
    : '#' ~[\r\n]*
    ;

WORD
    : ~[ \t\r\n#] ~[ \t\r\n]*
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
