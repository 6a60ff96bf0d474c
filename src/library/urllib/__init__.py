# urllib: URLs; what asks for one fails, because the machine has no network.
