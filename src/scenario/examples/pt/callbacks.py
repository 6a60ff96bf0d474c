# Call-backs, em ordem: o que call_soon e call_later prometem.
#
# O laço de eventos tem duas filas: a dos prontos (quem chega primeiro sai
# primeiro) e a dos timers (pela hora marcada). Avance passo a passo e veja
# para onde vai cada call-back. O que entra na fila enquanto o laço a percorre
# tem de esperar a próxima iteração.
import asyncio


def say(word):
    print(word)


def chain(count):
    say(f"corrente {count}")
    if count > 0:
        # Não agora: no fim da fila, na próxima iteração.
        asyncio.get_running_loop().call_soon(chain, count - 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.004, say, "depois de 4 ms")
    loop.call_later(0.002, say, "depois de 2 ms")
    loop.call_soon(chain, 2)
    loop.call_soon(say, "logo")
    never = loop.call_later(0.003, say, "nunca")
    say("main continua primeiro")
    await asyncio.sleep(0.001)
    never.cancel()
    await asyncio.sleep(0.005)
    say("main termina")


asyncio.run(main())
