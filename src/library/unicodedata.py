# unicodedata: all but the version's number is native. The older database is not there.
import _meada

unidata_version = _meada.character_version()
