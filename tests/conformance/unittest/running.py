# tests/conformance/unittest/running.py: tests, their fixtures and what becomes of them.
import asyncio
import io
import re
import unittest


class Plain(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        self.addCleanup(print, "cleanup", self._testMethodName)

    def test_ok(self):
        "its first line"
        self.assertEqual(1, 1)

    def test_fails(self):
        self.assertEqual(1, 2, "msg")

    def test_error(self):
        raise ValueError("x")

    @unittest.skip("no reason")
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("yes")

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_parts(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)

    def test_raises(self):
        with self.assertRaises(ValueError) as caught:
            int("x")
        self.assertIn("invalid", str(caught.exception))
        with self.assertLogs("a", "INFO") as logs:
            __import__("logging").getLogger("a").info("said")
        self.assertEqual(logs.output, ["INFO:a:said"])


class Async(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.value = 1

    async def test_waits(self):
        await asyncio.sleep(0.01)
        self.assertEqual(self.value, 1)


for verbosity in (1, 2):
    stream = io.StringIO()
    runner = unittest.TextTestRunner(stream, verbosity=verbosity)
    program = unittest.main(testRunner=runner, exit=False)
    print(re.sub(r"in [\d.]+s", "in TIME", stream.getvalue()), program.result)
