# sys.set_coroutine_origin_tracking_depth: cr_origin, and the warning of one never awaited.
import sys


async def work():
    pass


def make():
    return work()


print(sys.get_coroutine_origin_tracking_depth())
for depth in (1, 2, 5):
    sys.set_coroutine_origin_tracking_depth(depth)
    coroutine = make()
    print([entry[1:] for entry in coroutine.cr_origin])
    coroutine.close()
make()
sys.set_coroutine_origin_tracking_depth(0)
coroutine = make()
print(coroutine.cr_origin)
coroutine.close()
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as error:
    print(error)
