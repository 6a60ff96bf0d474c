# There is one implementation of abstract classes here.
from abc import ABCMeta, get_cache_token
