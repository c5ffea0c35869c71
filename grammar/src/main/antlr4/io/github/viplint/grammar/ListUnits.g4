/*
 * One row of systemctl list-units: unit, load, active and sub state, then perhaps a description.
 */
grammar ListUnits;

row
    : GLYPH? unit=WORD load=WORD active=WORD sub=WORD ~BLANK* EOF
    ;

GLYPH
    : [●○◌×↻↺✗*]
    ;

WORD
    : ~[ \t\r\n]+
    ;

BLANK
    : [ \t\r\n]+ -> skip
    ;
