extension InterfaceTable {
  /// Every member of `wx`: the interface pages of the official documentation as of 2026-07-30 and the official type
  /// declarations as of 2026-05-14.
  static let data = """
    addCard addFileToFavorites addPaymentPassFinish addPaymentPassGetCertificateData addPhoneCalendar
    addPhoneContact addPhoneRepeatCalendar addVideoToFavorites arrayBufferToBase64 authPrivateMessage authorize
    authorizeForMiniProgram base64ToArrayBuffer batchGetStorage batchGetStorageSync batchSetStorage
    batchSetStorageSync bindEmployeeRelation canAddSecureElementPass canIUse canIUseGetUserProfile
    cancelIdleCallback canvasGetImageData canvasPutImageData canvasToTempFilePath checkDeviceSupportHevc
    checkEmployeeRelation checkIsAddedToMyMiniProgram checkIsOpenAccessibility checkIsPictureInPictureActive
    checkIsSoterEnrolledInDevice checkIsSupportFacialRecognition checkIsSupportSoterAuthentication checkSession
    checkTransitCardSupport chooseAddress chooseContact chooseImage chooseInvoice chooseInvoiceTitle
    chooseLicensePlate chooseLocation chooseMedia chooseMessageFile choosePoi chooseVideo clearStorage
    clearStorageSync closeBLEConnection closeBluetoothAdapter closeSocket cloud compressImage compressVideo
    connectSocket connectWifi createAnimation createAudioContext createBLEConnection createBLEPeripheralServer
    createBufferURL createCacheManager createCameraContext createCanvasContext createGlobalPayment
    createInferenceSession createInnerAudioContext createIntersectionObserver createInterstitialAd
    createLivePlayerContext createLivePusherContext createMapContext createMediaAudioPlayer createMediaContainer
    createMediaRecorder createOffscreenCanvas createRewardedVideoAd createSelectorQuery createTCPSocket
    createUDPSocket createVKSession createVideoContext createVideoDecoder createWebAudioContext createWorker
    cropImage deleteTransitCard disableAlertBeforeUnload downloadFile editImage enableAlertBeforeUnload
    enterChatToolMode env exitMiniProgram exitVoIPChat faceDetect getAccountInfoSync getApiCategory
    getAppAuthorizeSetting getAppBaseInfo getAvailableAudioSources getBLEDeviceCharacteristics getBLEDeviceRSSI
    getBLEDeviceServices getBLEMTU getBackgroundAudioManager getBackgroundAudioPlayerState getBackgroundFetchData
    getBackgroundFetchToken getBatteryInfo getBatteryInfoSync getBeacons getBluetoothAdapterState
    getBluetoothDevices getChannelsLiveInfo getChannelsLiveNoticeInfo getChannelsShareKey getChatToolInfo
    getClipboardData getCommonConfig getConnectedBluetoothDevices getConnectedWifi getDeviceBenchmarkInfo
    getDeviceInfo getDeviceVoIPList getEnterOptionsSync getExptInfoSync getExtConfig getExtConfigSync
    getFileSystemManager getFuzzyLocation getGroupEnterInfo getHCEState getImageInfo getInferenceEnvInfo
    getLaunchOptionsSync getLocalIPAddress getLocation getLogManager getMenuButtonBoundingClientRect getNFCAdapter
    getNetworkType getPerformance getPluginUpdateManager getPrivacySetting getRandomValues getRealtimeLogManager
    getRecorderManager getRendererUserAgent getScreenBrightness getScreenRecordingState getSecureElementPasses
    getSelectedTextRange getSetting getShareInfo getShowSplashAdStatus getSkylineInfo getSkylineInfoSync getStorage
    getStorageInfo getStorageInfoSync getStorageSync getSystemInfo getSystemInfoAsync getSystemInfoSync
    getSystemSetting getTransitCardCPLC getTransitCardInfo getTransitCardList getUpdateManager getUserCryptoManager
    getUserInfo getUserProfile getVideoInfo getWeRunData getWifiList getWindowInfo getXrFrameSystem hideHomeButton
    hideKeyboard hideLoading hideNavigationBarLoading hideShareMenu hideTabBar hideTabBarRedDot hideToast
    initFaceDetect isBluetoothDevicePaired isVKSupport issueTransitCard join1v1Chat joinVoIPChat jumpToOfflinePay
    loadBuiltInFontFace loadFontFace login makeBluetoothPair makePhoneCall navigateBack navigateBackMiniProgram
    navigateTo navigateToMiniProgram nextTick notifyBLECharacteristicValueChange notifyGroupMembers
    offAccelerometerChange offAfterPageLoad offAfterPageUnload offApiCategoryChange offAppHide offAppRoute
    offAppRouteDone offAppShow offAudioInterruptionBegin offAudioInterruptionEnd offBLECharacteristicValueChange
    offBLEConnectionStateChange offBLEMTUChange offBLEPeripheralConnectionStateChanged offBatteryInfoChange
    offBeaconServiceChange offBeaconUpdate offBeforeAppRoute offBeforePageLoad offBeforePageUnload
    offBluetoothAdapterStateChange offBluetoothDeviceFound offCompassChange offCopyUrl offDeviceMotionChange
    offEmbeddedMiniProgramHeightChange offError offGeneratePoster offGetWifiList offGyroscopeChange offHCEMessage
    offKeyDown offKeyUp offKeyboardHeightChange offLazyLoadError offLocalServiceDiscoveryStop offLocalServiceFound
    offLocalServiceLost offLocalServiceResolveFail offLocationChange offLocationChangeError offMemoryWarning
    offMenuButtonBoundingClientRectWeightChange offNetworkStatusChange offNetworkWeakChange offPageNotFound
    offParallelStateChange offScreenRecordingStateChanged offThemeChange offUnhandledRejection offUserCaptureScreen
    offUserOffTranslation offUserTriggerTranslation offVoIPChatInterrupted offVoIPChatMembersChanged
    offVoIPChatSpeakersChanged offVoIPChatStateChanged offVoIPVideoMembersChanged offWifiConnected
    offWifiConnectedWithPartialInfo offWindowResize offWindowStateChange onAccelerometerChange onAfterPageLoad
    onAfterPageUnload onApiCategoryChange onAppHide onAppRoute onAppRouteDone onAppShow onAudioInterruptionBegin
    onAudioInterruptionEnd onBLECharacteristicValueChange onBLEConnectionStateChange onBLEMTUChange
    onBLEPeripheralConnectionStateChanged onBackgroundAudioPause onBackgroundAudioPlay onBackgroundAudioStop
    onBackgroundFetchData onBatteryInfoChange onBeaconServiceChange onBeaconUpdate onBeforeAppRoute onBeforePageLoad
    onBeforePageUnload onBluetoothAdapterStateChange onBluetoothDeviceFound onCompassChange onCopyUrl
    onDeviceMotionChange onEmbeddedMiniProgramHeightChange onError onGeneratePoster onGetWifiList onGyroscopeChange
    onHCEMessage onKeyDown onKeyUp onKeyboardHeightChange onLazyLoadError onLocalServiceDiscoveryStop
    onLocalServiceFound onLocalServiceLost onLocalServiceResolveFail onLocationChange onLocationChangeError
    onMemoryWarning onMenuButtonBoundingClientRectWeightChange onNeedPrivacyAuthorization onNetworkStatusChange
    onNetworkWeakChange onPageNotFound onParallelStateChange onScreenRecordingStateChanged onSocketClose
    onSocketError onSocketMessage onSocketOpen onThemeChange onUnhandledRejection onUserCaptureScreen
    onUserOffTranslation onUserTriggerTranslation onVoIPChatInterrupted onVoIPChatMembersChanged
    onVoIPChatSpeakersChanged onVoIPChatStateChanged onVoIPVideoMembersChanged onWifiConnected
    onWifiConnectedWithPartialInfo onWindowResize onWindowStateChange openAppAuthorizeSetting openBluetoothAdapter
    openCard openChannelsActivity openChannelsEvent openChannelsLive openChannelsLiveNoticeInfo
    openChannelsUserProfile openChatTool openCustomerServiceChat openDesignerProfile openDocument
    openEmbeddedMiniProgram openHKOfflinePayView openInquiriesTopic openLocation openOfficialAccountArticle
    openOfficialAccountChat openOfficialAccountProfile openPrivacyContract openSetting openSingleStickerView
    openStickerIPView openStickerSetView openStoreCouponDetail openStoreOrderDetail openSystemBluetoothSetting
    openVideoEditor pageScrollTo pauseBackgroundAudio pauseVoice playBackgroundAudio playVoice pluginLogin
    postMessageToReferrerMiniProgram postMessageToReferrerPage preDownloadSubpackage preloadAssets
    preloadSkylineView preloadWebview previewImage previewMedia reLaunch readBLECharacteristicValue
    rechargeTransitCard redirectTo removeSecureElementPass removeStorage removeStorageSync removeTabBarBadge
    reportAnalytics reportEvent reportMonitor reportPerformance request requestAppleSubscribeSign
    requestCommonPayment requestDeviceVoIP requestFacialVerify requestIdleCallback requestMerchantTransfer
    requestOrderPayment requestPayment requestPluginPayment requestSubscribeDeviceMessage
    requestSubscribeEmployeeMessage requestSubscribeMessage requestVirtualPayment requirePrivacyAuthorize
    reserveChannelsLive restartMiniProgram revokeBufferURL rewriteRoute router saveFileToDisk saveImageToPhotosAlbum
    saveVideoToPhotosAlbum scanCode seekBackgroundAudio selectGroupMembers sendHCEMessage sendSms sendSocketMessage
    setBLEMTU setBackgroundColor setBackgroundFetchToken setBackgroundTextStyle setClipboardData setEnable1v1Chat
    setEnableDebug setInnerAudioOption setKeepScreenOn setNavigationBarColor setNavigationBarTitle
    setScreenBrightness setStorage setStorageSync setTabBarBadge setTabBarItem setTabBarStyle setTopBarText
    setVisualEffectOnCapture setWifiList setWindowSize shareAppMessageToGroup shareEmojiToGroup shareFileMessage
    shareFileToGroup shareImageToGroup shareToOfficialAccount shareToWeRun shareVideoMessage shareVideoToGroup
    showActionSheet showLoading showModal showNavigationBarLoading showPrivacy showRedPackage showShareImageMenu
    showShareMenu showTabBar showTabBarRedDot showToast startAccelerometer startBeaconDiscovery
    startBluetoothDevicesDiscovery startCompass startDeviceMotionListening startGyroscope startHCE
    startLocalServiceDiscovery startLocationUpdate startLocationUpdateBackground startPullDownRefresh startRecord
    startSoterAuthentication startWifi stopAccelerometer stopBackgroundAudio stopBeaconDiscovery
    stopBluetoothDevicesDiscovery stopCompass stopDeviceMotionListening stopFaceDetect stopGyroscope stopHCE
    stopLocalServiceDiscovery stopLocationUpdate stopPullDownRefresh stopRecord stopVoice stopWifi
    subscribeVoIPVideoMembers switchTab updateShareMenu updateVoIPChatMuteConfig updateWeChatApp uploadFile
    vibrateLong vibrateShort worklet writeBLECharacteristicValue
    """

  /// Members that are of use only with a network, from the network, cloud and payment chapters.
  static let networkData = """
    closeSocket cloud connectSocket createTCPSocket createUDPSocket downloadFile offLocalServiceDiscoveryStop
    offLocalServiceFound offLocalServiceLost offLocalServiceResolveFail onLocalServiceDiscoveryStop
    onLocalServiceFound onLocalServiceLost onLocalServiceResolveFail onSocketClose onSocketError onSocketMessage
    onSocketOpen request sendSocketMessage startLocalServiceDiscovery uploadFile
    """

  /// Members that touch what belongs to the user, each line beginning with the words of the privacy guide's form
  /// (the documentation's page on that guide, as of 2026-07-30).
  static let privacyData = """
    收集你的昵称、头像 getUserInfo getUserProfile
    收集你的位置信息 getLocation startLocationUpdate startLocationUpdateBackground getFuzzyLocation
    收集你选择的位置信息 choosePoi chooseLocation
    收集你的地址 chooseAddress
    收集你的发票信息 chooseInvoiceTitle chooseInvoice
    收集你的微信运动步数 getWeRunData
    收集你的车牌号 chooseLicensePlate
    收集你选中的照片或视频信息 chooseImage chooseMedia chooseVideo
    收集你选中的文件 chooseMessageFile
    访问你的麦克风 startRecord getRecorderManager joinVoIPChat
    访问你的摄像头 createVKSession
    访问你的蓝牙 openBluetoothAdapter createBLEPeripheralServer
    使用你的相册（仅写入）权限 saveImageToPhotosAlbum saveVideoToPhotosAlbum
    使用你的通讯录（仅写入）权限 addPhoneContact
    使用你的日历（仅写入）权限 addPhoneRepeatCalendar addPhoneCalendar
    调用你的加速传感器 startAccelerometer
    调用你的磁场传感器 startCompass
    调用你的方向传感器 startDeviceMotionListening
    调用你的陀螺仪传感器 startGyroscope
    读取你的剪切板 setClipboardData getClipboardData
    """

  /// Members that work only when `requiredPrivateInfos` of app.json names them (the configuration page).
  static let declaredData = """
    getFuzzyLocation getLocation onLocationChange startLocationUpdate startLocationUpdateBackground chooseLocation
    choosePoi chooseAddress
    """
}
