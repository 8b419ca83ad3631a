.class public Lcom/acme/clinic/MainActivity;
.super Landroid/app/Activity;
.source "MainActivity.kt"

.method public constructor <init>()V
    .registers 1
    .line 5
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method public load()V
    .registers 3
    .line 9
    const-string v0, "appointments"
    const-string v1, "patients"
    return-void
.end method
