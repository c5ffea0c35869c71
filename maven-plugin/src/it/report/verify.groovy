import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/viplint.json'))
assert report.formatVersion == 1
assert report.findings.collect { [it.rule, it.location.file] } == [['VL101', 'appliance/anyip-routes.cfg']]
assert new File(basedir, 'viplint.txt').text.startsWith('appliance/anyip-routes.cfg:1:1: error[VL101] ')
