# importlib.abc: what finders and loaders of a script derive from.
from abc import ABCMeta, abstractmethod
from importlib.machinery import BuiltinImporter, FrozenImporter, PathFinder, SourceFileLoader

__all__ = ["Loader", "MetaPathFinder", "PathEntryFinder", "ResourceLoader", "InspectLoader",
           "ExecutionLoader"]


class Loader(metaclass=ABCMeta):
    def create_module(self, spec):
        return None  # as modules are made

    def load_module(self, fullname):
        if not hasattr(self, "exec_module"):
            raise ImportError
        from importlib.util import module_from_spec, spec_from_loader
        import sys
        module = sys.modules[fullname] = module_from_spec(spec_from_loader(fullname, self))
        self.exec_module(module)
        return sys.modules[fullname]


class MetaPathFinder(metaclass=ABCMeta):
    def invalidate_caches(self):
        pass


class PathEntryFinder(metaclass=ABCMeta):
    def invalidate_caches(self):
        pass


for each in (BuiltinImporter, FrozenImporter, PathFinder):
    MetaPathFinder.register(each)


class ResourceLoader(Loader):
    @abstractmethod
    def get_data(self, path):
        raise OSError


class InspectLoader(Loader):
    def is_package(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abstractmethod
    def get_source(self, fullname):
        raise ImportError

    @staticmethod
    def source_to_code(data, path="<string>"):
        return compile(data, path, "exec", dont_inherit=True)

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f"cannot load module {module.__name__!r} when get_code() returns "
                              "None")
        exec(code, module.__dict__)


InspectLoader.register(BuiltinImporter)
InspectLoader.register(FrozenImporter)


class ExecutionLoader(InspectLoader):
    @abstractmethod
    def get_filename(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source, self.get_filename(fullname))


ExecutionLoader.register(SourceFileLoader)
