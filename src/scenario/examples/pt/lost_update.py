# Uma atualização perdida: duas threads somam num número, e somas desaparecem.
#
# Cada thread lê o número, pensa um instante e grava o que leu mais um. Quem
# grava por último apaga o que a outra gravou. Avance linha a linha e observe
# `seen` nas duas threads.
import threading
import time

count = 0


def add(times):
    global count
    for _ in range(times):
        seen = count
        time.sleep(0.001)  # aqui pode acontecer de tudo
        count = seen + 1


ana = threading.Thread(target=add, args=(3,), name="ana")
rui = threading.Thread(target=add, args=(3,), name="rui")
ana.start()
rui.start()
ana.join()
rui.join()
print("6 somas, e count é", count)

# Com uma trava em torno das três linhas nada se perde:
#     with lock:
#         seen = count
#         time.sleep(0.001)
#         count = seen + 1
