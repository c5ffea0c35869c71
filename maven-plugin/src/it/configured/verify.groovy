def baseline = new File(basedir, '.viplint-baseline.json').readLines()
assert baseline.count { it.contains('"fingerprint"') } == 1
assert baseline.any { it.contains('"file":"labs/west/anyip-routes.cfg","rule":"VL101","count":1') }

def log = new File(basedir, 'build.log').text
assert log.contains('2 findings are suppressed (2 errors): 1 by comments in files, 1 by .viplint-baseline.json')
assert log.contains('1 switched off')

def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/viplint.sarif'))
def kinds = sarif.runs[0].results.collectMany { it.suppressions*.kind }
assert kinds.sort() == ['external', 'inSource']
assert new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/viplint.xml')).testsuite.@failures == '0'
assert new File(basedir, 'target/viplint.md').text.contains('the riddle of the course')
