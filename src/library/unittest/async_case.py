# unittest.async_case: a test whose methods may be coroutines, all in one event loop.
import asyncio
from unittest import case


class IsolatedAsyncioTestCase(case.TestCase):
    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._asyncioRunner = None

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        cls = type(cm)
        result = await cls.__aenter__(cm)
        self.addAsyncCleanup(cls.__aexit__, cm, None, None, None)
        return result

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self.setUp()
        self._call(self.asyncSetUp)

    def _callTestMethod(self, method):
        self._call(method)

    def _callTearDown(self):
        self._call(self.asyncTearDown)
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        self._call(function, *args, **kwargs)

    def _call(self, function, /, *args, **kwargs):
        result = function(*args, **kwargs)
        if hasattr(type(result), "__await__"):
            return self._asyncioRunner.run(_wait_for(result))
        return result

    def run(self, result=None):
        self._asyncioRunner = asyncio.Runner(debug=True)
        try:
            return super().run(result)
        finally:
            self._asyncioRunner.close()
            self._asyncioRunner = None


async def _wait_for(awaitable):
    return await awaitable
