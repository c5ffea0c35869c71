def log = new File(basedir, 'build.log').text
assert log =~ /\[INFO\] Nothing found/
assert log.contains('4 captures')
