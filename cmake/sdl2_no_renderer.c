// SDL's window code asks for its 2D renderer, which the web build leaves out.
#include <SDL.h>

void SDL_DestroyRendererWithoutFreeing(SDL_Renderer*);

SDL_Renderer* SDL_GetRenderer(SDL_Window* window) {
    (void)window;
    return 0;
}
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }
