# concurrent: a package that only holds futures.
