# Fixed formats of floats, halves among them, and ints in texts.
import random
random.seed(5)
out=[]
for t in range(1500):
    k=t%5
    x = random.random()*10**random.randint(-6,17) if k==0 else random.randint(0,10**6)/2**random.randint(0,12) if k==1 else random.randint(0,10**8)/10**random.randint(0,6) if k==2 else random.getrandbits(52)/8 if k==3 else (random.randint(0,1000)+0.5)/10**random.randint(0,3)
    p=random.randint(0,20)
    out.append("%.*f|%s|%s"%(p, -x if t%7==0 else x, format(x,".%df"%(p%6)), format(x, "10.2f")))
print("\n".join(out))
print(f"{0.0:.2f} {-0.0:.1f} {0.5:.0f} {1.5:.0f} {2.5:.0f} {0.125:.2f} {1e22:.3f} {5e-324:.5f} {float('inf'):.2f} {0.05:.1f} {9.995:.2f} {99999.5:.0f}")
print(int("0"), int("007"), int("-5"), int(" 12 "), int("99999999999999"), int("123456789012345678"), f"{5}{-3}{2**70}{True}{None}{'é'}{1.5}", str(-7), str(2**47), str(-2**47), f"{'a'}{''}")
