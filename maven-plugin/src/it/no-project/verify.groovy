def log = new File(basedir, 'build.log').text
assert log.contains('Building Maven Stub Project (No POM)')
assert log.contains('[ERROR] appliance/anyip-routes.cfg:1:1: error[VL101] 10.20.30.18/28 ')
