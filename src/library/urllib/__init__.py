# urllib: parsing only, because the machine has no network.
