# tests/conformance/contextvars/made_inside_a_task.py: a variable that a task makes is that task's, and its children's.
import asyncio
import contextvars


async def child(variable):
    variable.set(variable.get() + 1)
    return variable.get()


async def main():
    variable = contextvars.ContextVar("variable")
    variable.set(1)
    print(await asyncio.create_task(child(variable)), variable.get())
    print(await child(variable), variable.get())
    token = variable.set(7)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(child(variable))
    print(task.result(), variable.get())
    variable.reset(token)
    async with asyncio.timeout(1):
        variable.set(33)
    print(variable.get())
    return variable


with asyncio.Runner() as runner:
    variable = runner.run(main())

    async def look():
        return variable.get("none")

    print(runner.run(look()), variable.get("outside"))
    print(runner.run(look(), context=contextvars.Context()))
