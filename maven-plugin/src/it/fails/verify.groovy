def lines = new File(basedir, 'build.log').readLines()
def finding = lines.findIndexOf { it.startsWith('[ERROR] appliance/anyip-routes.cfg:2:1: error[VL101] 10.20.30.18/28 ') }
assert finding >= 0
assert lines[finding + 1].startsWith('[ERROR]   help: ')
assert lines[finding + 1].contains('10.20.30.16/28')
assert lines.any { it.contains('viplint found 1 error, see above') }
