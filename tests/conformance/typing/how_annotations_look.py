# tests/conformance/typing/how_annotations_look.py: the repr of what annotations are made of, and which of them are equal.
from typing import *

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V", covariant=True)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Own:
    class Inner:
        pass


for line in """List List[int] Dict[str,List[int]] Tuple[int,...] Tuple[()] Tuple[int,str] Set[Own] Type[Own]
Optional[int] Optional[Own.Inner] Union[int,str] Union[int,None,str] Union[int] Union[int,int] Union[int,Optional[str]]
Callable Callable[[int,str],bool] Callable[...,int] Callable[[],None] Callable[[T],K][int,str] Callable[P,T][[int],str]
Any NoReturn Self Literal['a',1,None] Literal[Literal[1,2],3] ClassVar[int] Final Final[int] Annotated[int,'x',3]
Iterator[int] Generator[int,None,str] AsyncGenerator[int,None] Awaitable[int] Coroutine[Any,Any,int] Mapping[str,int]
Deque[int] DefaultDict[str,int] Counter[str] OrderedDict ContextManager[int] Hashable Text AnyStr
T V P Ts P.args Unpack[Ts] List[T] List[T][int] Dict[K,T][int,str] Union[T,int][str] Optional[T][int] List[List[T]][int]
List['Own'] Optional['Own'] ForwardRef('x') List[None] int|List[int] Optional[int]|str T|None list[T][int] tuple[*Ts]
Concatenate[int,P] Required[int] TypeGuard[int] List[int].__origin__ List[int].__args__ Dict[K,T].__parameters__
get_origin(Union[int,str]) get_args(Callable[[int],str]) get_args(Optional[int]) get_origin(list[int]) get_origin(int)
get_args(Annotated[int,1]) List[int]==List[int] Union[int,str]==Union[str,int] Literal[1]==Literal[True] Optional[int]==(int|None)
Dict[int] List[int,str] Optional[int,str] Union[()] Callable[int] List() Dict[str,int]() Union[int,str]() Any() T[int]
List[ClassVar[int]] Annotated[int] isinstance([],List) isinstance([],List[int]) isinstance(1,Union[int,str]) isinstance(1,Any)
issubclass(list,Sequence) isinstance(len,Callable) isinstance('a',Hashable) TypeVar('A',int) TypeVar('A',bound=int).__bound__
TypeVar('A',covariant=True,contravariant=True) List.__name__ Optional[int].__name__ type(List) type(Optional)""".split():
    try:
        print(line, "->", repr(eval(line)))
    except Exception as error:
        print(line, "->", type(error).__name__, error)
