# tests/conformance/unittest/assertions.py: what a test's assertions say when they fail.
import unittest

t = unittest.TestCase()
for action in (lambda: t.assertEqual(1, 2), lambda: t.assertEqual({1, 2}, {2, 3}),
               lambda: t.assertTrue(0), lambda: t.assertFalse([1]), lambda: t.assertIs(1, "x"),
               lambda: t.assertIsNone(3), lambda: t.assertIsNotNone(None),
               lambda: t.assertIn(3, [1]), lambda: t.assertNotIn(1, [1]),
               lambda: t.assertIsInstance(3, str), lambda: t.assertAlmostEqual(1.0, 1.1),
               lambda: t.assertAlmostEqual(1.0, 1.00000001), lambda: t.assertAlmostEqual(1, 2, delta=0.5),
               lambda: t.assertNotAlmostEqual(1.0, 1.0), lambda: t.assertGreater(1, 2),
               lambda: t.assertLessEqual(2, 1), lambda: t.assertRegex("abc", "x"),
               lambda: t.assertCountEqual([1, 2], [2, 2]), lambda: t.assertRaises(ValueError, int, "3"),
               lambda: t.assertRaisesRegex(ValueError, "zzz", int, "x"), lambda: t.fail("m"),
               lambda: t.assertEqual(1, 2, "extra"), lambda: t.assertListEqual([1], (1,)),
               lambda: t.assertNotEqual(1, 1), lambda: t.skipTest("why"), lambda: t.assertRaises(3),
               lambda: t.assertWarns(UserWarning, print), lambda: (t.id(), str(t), repr(t))):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, "|", error)
