x = 1
import socket_of_nobody
