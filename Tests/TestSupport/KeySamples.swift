/// Public keys and signatures that `ssh-keygen` made, whose private halves are gone.
///
/// The signatures are of the text `the text` and a line feed.
public enum KeySamples {
  /// An Ed25519 key as a line of a `.pub` file.
  public static let ed25519 =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILTPGLeCKQSq0UTmYEJ+77Nhm/Ln0WIHFJPlaLr5HF2J"
  /// Its fingerprint.
  public static let ed25519Fingerprint = "SHA256:NyvSePTU9YXJ75CJxod0eGcMSFTBwRe18HXecVjmtbg"
  /// A key on the curve P-256.
  public static let ecdsa =
    "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBC8gsl9VQhF2+tdL0/el6D0kfQ6HABqK67T4zELvh8LY9F8cYN5TLKfKfueOUrQRpqFJPmnxHnypMgcJGDxWyUo="
  /// Its fingerprint.
  public static let ecdsaFingerprint = "SHA256:CPKqOiZQHjilZJk1WyM8/+X/BWfxUek5qhBZApmEldY"
  /// An RSA key.
  public static let rsa =
    "ssh-rsa AAAA"
    + "B3NzaC1yc2EAAAADAQABAAABgQCKVp7K1Ej51lqnB1rQF/gf14nqayhpM179rdBLwGWZs7IX2utD9o52effiCstQWM"
    + "3a3ncOkU/VkzJtK0ODCm5DoGNNVnOvng3xHocA5p6nqevBACPCaBAPqMlsO6DzkFGtMlVr5nPHaxJ5kO3eDq4d6TTu"
    + "CwmbfrRG+Z3oTFLA/WlpcIt8joEBqhGvgkN3y9cBsKZ8UrWxukf3uwJT1jXw7ImCgpb7LZ32kFIleOTIA111Mj3uwe"
    + "5IzqfjtitTe612zGoOw64Wu9p+W7dGENwvCQBxuQtQ0ZPlucIAWyWDdve+28JcPibcm5iqgG+xnCbJr4/sm9On8R9y"
    + "n16zzthUPwkK0QYUmq50dqcai9AIYKUl1pam2ZvZFrGbfuFacX7WQWlgKxrpyraFFcMVyaQxWwyC+fBzvEhhv9d5px"
    + "LVkupxsKpb15C2/XNuteYkXhL3BB1jwXmvH7WRXNmzdooD+stM3EoHNdv+noM+FxAyIgr6w3T7xdn3EBt3FClPt5E="
  /// Its fingerprint.
  public static let rsaFingerprint = "SHA256:kCDLEJgzhWo1CDEkMyoIKvPQfI97HnaChGgIGPuhX/g"

  /// A signature with the Ed25519 key.
  public static let signature = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgtM8Yt4IpBKrRROZgQn7vs2Gb8u
    fRYgcUk+VouvkcXYkAAAAIbGVhZHBhY3QAAAAAAAAABnNoYTUxMgAAAFMAAAALc3NoLWVk
    MjU1MTkAAABAkcuYI6nodrPQUVA0qmLKVyvcCXpL/vZjBNcWzCuPNtxqlb9LryPBQwN1Q9
    yKQoxSmFQwG+BeO6c5WMsWe/KsCw==
    -----END SSH SIGNATURE-----

    """
  /// A signature with the key on the curve P-256.
  public static let ecdsaSignature = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAAGgAAAATZWNkc2Etc2hhMi1uaXN0cDI1NgAAAAhuaXN0cDI1NgAAAE
    EELyCyX1VCEXb610vT96XoPSR9DocAGorrtPjMQu+Hwtj0Xxxg3lMsp8p+545StBGmoUk+
    afEefKkyBwkYPFbJSgAAAAhsZWFkcGFjdAAAAAAAAAAGc2hhNTEyAAAAZAAAABNlY2RzYS
    1zaGEyLW5pc3RwMjU2AAAASQAAACBEx7j0+ZeEADy2ayAbIO6ZNyfsC0/rQOeuB6UzkXZF
    XAAAACEA/1AP/ELRo7u4RIzvGRKdXSUujLn2LRmzDFnCS/4j31A=
    -----END SSH SIGNATURE-----

    """
  /// A signature with the Ed25519 key that was made for files, not for contracts.
  public static let signatureOfAFile = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgtM8Yt4IpBKrRROZgQn7vs2Gb8u
    fRYgcUk+VouvkcXYkAAAAEZmlsZQAAAAAAAAAGc2hhNTEyAAAAUwAAAAtzc2gtZWQyNTUx
    OQAAAECcop2CtHHeDBTvnJ2og+cFjAMft+krzciYXORvrHT0IjD5/O0uTLn/a4AKxpwlM/
    1FtJ87gYkTmq8Eja4w3I4G
    -----END SSH SIGNATURE-----

    """
  /// A signature with a DSA key.
  public static let dsaSignature = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAAbIAAAAHc3NoLWRzcwAAAIEAts34RPBMDbr88vRYs4TCDZJ/oDCfYZ
    y0FhiELdyAFYAdG9vfvH1FnpvSAARO/ltafaVLq4Jn/9FczicTz9vkYYaE/FMz/nhNyDeg
    iRUIyHyj6XU0rauEKe+eroHZUVn0rkbt8drHs8+FE1GL0A15KGfHfNaZ1xauT4RZkdXUUl
    0AAAAVAPNht0XPovwVN6dCIIfDZApF92qjAAAAgF48izfx0dS5DGNCAFEqgHKJo+REUL3j
    h5mR8Sz+GWI51zGBWG/DbEVQ96AfjAPBfqIsuI04sWWSyEdQxFSWFimXVu4lXxlAKJglZ4
    udZ6bl+inutVtxXxIkuMCYQkcCK6WXRxOoE9bBgGSRvHCUYYf4RKUpxAgnokPHQeDaMwH2
    AAAAgQCCO64m4UDcGOhYmjy4eGqWbuVCxhiwQQmOObenoI6aNQrAVpqNgwlaz0D20kWzRY
    kul5pG5lRNUsH9JoPXji4ElQBkCGdkHRJfqNBdsybBs6Dz184zJU1tBJLMXviDLMywurkr
    ux4+OCoZPtlJImHsejTlsDOG8yE5AniJvpBfzQAAAAhsZWFkcGFjdAAAAAAAAAAGc2hhNT
    EyAAAANwAAAAdzc2gtZHNzAAAAKBgxJSkwaX1LAdUN01lXz2FpG6Q7oVz38+ShfTdYmyY2
    imIj2ZNyp4U=
    -----END SSH SIGNATURE-----

    """
}
