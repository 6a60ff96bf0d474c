# tests/conformance/text/ini_files.py: sections of options, read, asked, changed and written.
import configparser
import io

text = """
[DEFAULT]
timeout = 30
; a comment
[server]
Host = localhost
port: 8080
url = http://%(host)s:%(port)s/
debug = yes
long = first
    second

    third
[paths]
home = ${server:host}/x
"""
config = configparser.ConfigParser()
config.read_string(text)
print(config.sections(), dict(config["server"]), config["paths"].getint("timeout"))
print(config.getboolean("server", "debug"), config.get("server", "none", fallback="-"), "HOST" in config["server"])
config["new"] = {"a": 1}
config.set("server", "port", "9")
out = io.StringIO()
config.write(out)
print(out.getvalue())
other = configparser.ConfigParser(allow_no_value=True, interpolation=configparser.ExtendedInterpolation(),
                                  converters={"list": str.split}, inline_comment_prefixes=("#",))
other.read_string("[s]\nflag\nx = a b # note\ny = ${x}!\nz = ${s:y}")
print(dict(other["s"]), other["s"].getlist("x"), other.remove_option("s", "x"), other.has_section("t"))
for attempt in (lambda: config["nope"], lambda: config.get("server", "nope"), lambda: config.add_section("new"),
                lambda: config.read_string("x = 1"), lambda: config.read_string("[q]\nbad line"),
                lambda: config.set("server", "x", 3), lambda: config.set("server", "x", "%"),
                lambda: config.read_string("[r]\na=1\na=2"), lambda: config.getint("server", "host"),
                lambda: config.read_string("[i]\nx=%(y)s") or config["i"]["x"]):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
