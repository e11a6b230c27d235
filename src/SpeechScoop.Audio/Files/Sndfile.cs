using System.Reflection;
using System.Runtime.InteropServices;

namespace SpeechScoop.Audio.Files;

/// <summary>The few functions of libsndfile (http://libsndfile.github.io/libsndfile/api.html) that reading needs, where the library is installed.</summary>
internal static unsafe partial class Sndfile
{
    /// <summary><c>SFM_READ</c>.</summary>
    public const int ReadMode = 0x10;

    private const string Library = "sndfile";
    private static readonly string[] FileNames = ["libsndfile.so.1", "libsndfile.so", "libsndfile.1.dylib", "libsndfile.dylib", "sndfile.dll", "libsndfile-1.dll"];
    private static readonly nint Handle = Load();

    /// <summary>Whether the library was found on this machine.</summary>
    public static bool IsPresent => Handle != 0;

    /// <summary><c>SF_INFO</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Info
    {
        public long Frames;
        public int SampleRate;
        public int Channels;
        public int Format;
        public int Sections;
        public int Seekable;
    }

    /// <summary><c>SF_VIRTUAL_IO</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct VirtualIo
    {
        public delegate* unmanaged[Cdecl]<nint, long> GetLength;
        public delegate* unmanaged[Cdecl]<long, int, nint, long> Seek;
        public delegate* unmanaged[Cdecl]<byte*, long, nint, long> Read;
        public delegate* unmanaged[Cdecl]<byte*, long, nint, long> Write;
        public delegate* unmanaged[Cdecl]<nint, long> Tell;
    }

    [LibraryImport(Library, EntryPoint = "sf_open_virtual")]
    public static partial nint OpenVirtual(VirtualIo* io, int mode, Info* info, nint userData);

    [LibraryImport(Library, EntryPoint = "sf_readf_float")]
    public static partial long ReadFrames(nint file, float* interleaved, long frames);

    [LibraryImport(Library, EntryPoint = "sf_close")]
    public static partial int Close(nint file);

    private static nint Load()
    {
        nint handle = 0;
        foreach (var name in FileNames)
            if (NativeLibrary.TryLoad(name, out handle)) break;
        if (handle != 0)
            NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == Library ? handle : 0);
        return handle;
    }
}
