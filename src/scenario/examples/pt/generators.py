# Um gerador como corrotina: um laço de eventos em uma dúzia de linhas.
#
# Um gerador para em cada yield e pode ser retomado depois, exatamente ali.
# É só disso que `await` precisa. Este laço tira o primeiro gerador de uma
# fila, deixa-o ir até o próximo yield e o põe no fim da fila.

def countdown(name, number):
    while number > 0:
        print(name, number)
        yield  # "dou a vez": o laço continua com outro
        number -= 1
    return f"{name} pousa"


def loop(*tasks):
    ready = list(tasks)
    while ready:
        task = ready.pop(0)
        try:
            next(task)
        except StopIteration as stop:
            print(stop.value)
        else:
            ready.append(task)


loop(countdown("pipa", 3), countdown("avião", 2), countdown("folha", 4))
print("todos no chão")
