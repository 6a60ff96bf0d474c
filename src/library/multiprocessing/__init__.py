# multiprocessing: processes as objects.
import _meada
from .process import active_children, current_process, parent_process
from .process import BaseProcess as Process
