// Nothing to call: linking this target makes jemalloc the program's allocator (see allocator.c).
