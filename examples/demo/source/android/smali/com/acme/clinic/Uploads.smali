.class public final Lcom/acme/clinic/Uploads;
.super Ljava/lang/Object;
.source "Uploads.kt"

.method public static bucket()Ljava/lang/String;
    .registers 1
    .line 12
    const-string v0, "https://acme-clinic-uploads.s3.eu-central-1.amazonaws.com/patients/"
    return-object v0
.end method

.method public static website()Ljava/lang/String;
    .registers 1
    .line 17
    const-string v0, "https://acme-clinic-brochures.s3.eu-central-1.amazonaws.com/"
    return-object v0
.end method

.method public static identityPool()Ljava/lang/String;
    .registers 1
    .line 22
    const-string v0, "eu-central-1:3f1c9b7e-52a4-4d0e-9c6b-8a7d1e2f3b4c"
    return-object v0
.end method
