// The iOS side of the demo: what a Swift or Objective-C app holds as string literals.
extern int puts(const char *);

int main(void) {
  puts("https://acmeclinicexports.blob.core.windows.net/lab-results?sv=2022-11-02&ss=b&srt=co&sp=rl&se=2031-12-31T00:00:00Z&st=2024-01-01T00:00:00Z&spr=https&sig=k3V9Qm2Xw7Rt5Zp1Ld8Hs4Jf6Nc0By%2BGaUe3TiKoMxY%3D");
  puts("https://acmeclinicexports.blob.core.windows.net/brochures/welcome.pdf");
  puts("https://qwkzjmvtrbxnhdyplsgc.supabase.co");
  puts("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6InF3a3pqbXZ0cmJ4bmhkeXBsc2djIiwicm9sZSI6ImFub24iLCJpYXQiOjE3MDQwNjcyMDAsImV4cCI6MjAxOTY0MzIwMH0.ZGVtby1zaWduYXR1cmUtb2YtYW4tYW5vbi1rZXktMDE");
  puts("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6InF3a3pqbXZ0cmJ4bmhkeXBsc2djIiwicm9sZSI6InNlcnZpY2Vfcm9sZSIsImlhdCI6MTcwNDA2NzIwMCwiZXhwIjoyMDE5NjQzMjAwfQ.ZGVtby1zaWduYXR1cmUtb2YtYS1zZXJ2aWNlLXJvbGUta2V5");
  return 0;
}
