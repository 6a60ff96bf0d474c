// What of SDL the web build leaves out, where the rest of SDL names it: the 2D renderer, surfaces
// (all is drawn by WebGL) and looking up functions by their names.
#include <SDL.h>

#define LEFT_OUT(result, name, parameters) \
    result name parameters;                \
    result name parameters { return (result)0; }

#pragma clang diagnostic ignored "-Wunused-parameter"
LEFT_OUT(SDL_Renderer*, SDL_GetRenderer, (SDL_Window * window))
LEFT_OUT(int, SDL_CalculateBlit, (SDL_Surface * surface))
LEFT_OUT(int, SDL_FillRect, (SDL_Surface * surface, const SDL_Rect* rect, Uint32 color))
LEFT_OUT(int, SDL_RLESurface, (SDL_Surface * surface))
LEFT_OUT(int, SDL_SoftStretch,
         (SDL_Surface * from, const SDL_Rect* part, SDL_Surface* to, const SDL_Rect* place))
LEFT_OUT(int, SDL_SoftStretchLinear,
         (SDL_Surface * from, const SDL_Rect* part, SDL_Surface* to, const SDL_Rect* place))
LEFT_OUT(int, SDL_ConvertPixels_RGB_to_YUV,
         (int width, int height, Uint32 format, const void* from, int pitch, Uint32 to_format,
          void* to, int to_pitch))
LEFT_OUT(int, SDL_ConvertPixels_YUV_to_RGB,
         (int width, int height, Uint32 format, const void* from, int pitch, Uint32 to_format,
          void* to, int to_pitch))
LEFT_OUT(int, SDL_ConvertPixels_YUV_to_YUV,
         (int width, int height, Uint32 format, const void* from, int pitch, Uint32 to_format,
          void* to, int to_pitch))
// Emscripten's own would bring every function of WebGL along.
LEFT_OUT(void*, eglGetProcAddress, (const char* name))

void SDL_DestroyRendererWithoutFreeing(SDL_Renderer*);
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }
void SDL_UnRLESurface(SDL_Surface*, int);
void SDL_UnRLESurface(SDL_Surface* surface, int recode) { (void)surface, (void)recode; }
