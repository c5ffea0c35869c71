/* One line of a PEM file, RFC 7468: where a block begins or ends, or anything else. */
grammar Pem;

line
    : (begin | end | other)? EOF
    ;

begin
    : BEGIN
    ;

end
    : END
    ;

other
    : TEXT
    ;

BEGIN
    : BLANK* '-----BEGIN ' LABEL '-----' BLANK*
    ;

END
    : BLANK* '-----END ' LABEL '-----' BLANK*
    ;

TEXT
    : ~[\r\n]+
    ;

LINE_END
    : [\r\n]+ -> skip
    ;

fragment LABEL
    : [A-Z0-9 ]+
    ;

fragment BLANK
    : [ \t]
    ;
