def log = new File(basedir, 'build.log').text
def found = (log =~ /\[ERROR\] (\S+):1:1: error\[VL101\] (\S+)/).collect { it[1] + ' ' + it[2] }
assert found == ['anyip-routes.cfg 10.20.30.18/28', 'anyip-routes.cfg 10.20.31.18/28', 'anyip-routes.cfg 10.20.32.18/28']
