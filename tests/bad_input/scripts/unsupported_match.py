x = 5
match x:
    case 5:
        print("five")
