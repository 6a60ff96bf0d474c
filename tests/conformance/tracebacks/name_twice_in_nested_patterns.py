match [1, []]:
    case ([str() | bytes(), *rest], [] as whole) as whole:
        pass
